/** First digits of the SHA-256 of style.css, enhance.js and desk.js together; a test says when it is stale. */
export const assetVersion = '87b1591d2439'
