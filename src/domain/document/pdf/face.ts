/** Typefaces of official documents: 宋体, 仿宋, 黑体, 楷体. */
export type Face = 'song' | 'fang' | 'hei' | 'kai'
