/** First digits of the SHA-256 of style.css, enhance.js and desk.js together; a test says when it is stale. */
export const assetVersion = 'a9b6b1f8dc2b'
