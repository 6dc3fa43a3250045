/** Picture of an agency's seal (印章图样), PNG with transparency. */
export type SealImage = { png: Uint8Array<ArrayBuffer> }
