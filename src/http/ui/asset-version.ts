/** First digits of the SHA-256 of style.css and enhance.js together; a test says when it is stale. */
export const assetVersion = 'dec08880a4e4'
