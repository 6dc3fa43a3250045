/** A node of the converter's document, as far as it is looked at. */
export type WordNode = {
  type: string
  children?: WordNode[]
  value?: string
  styleName?: string | null
  styleId?: string | null
  alignment?: string | null
  fontSize?: number | null
}

/** Names of our own for paragraphs that are set out, not styled. */
const own = { title: 'yangguang title', center: 'yangguang center', right: 'yangguang right' }

/** Styles of Word and WPS by their Chinese and English names, and what they become. */
export const styleMap: readonly string[] = [
  ...['题目', '公文标题', '文件标题', '主标题', 'Title', own.title].map(
    (name) => `${named(name)} => h1.title:fresh`,
  ),
  ...['标题', '副标题', 'Subtitle'].map((name) => `${named(name)} => p.center:fresh`),
  ...[1, 2, 3, 4].map((level) => `${named(`标题 ${level}`)} => h${level}:fresh`),
  ...[1, 2, 3, 4].map((level) => `${named(`标题${level}`)} => h${level}:fresh`),
  `${named(own.center)} => p.center:fresh`,
  `${named(own.right)} => p.right:fresh`,
  'u => u',
  'strike => s',
]

function named(name: string): string {
  return `p[style-name='${name}']`
}

/** Least size of a title in points: 小二号; the title of a document has 二号, 22 points. */
const titlePoints = 18
/** How far down a title is looked for: below the issuer's red head and the number. */
const headBlocks = 8

/**
 * Marks paragraphs that are centred or set right, and large centred ones at the top as the title
 * (题目): most documents carry no styles. A document may come in portions, one after the other.
 */
export function titleMarker(): (portion: WordNode) => WordNode {
  let seen = 0
  return (portion) => {
    for (const node of portion.children ?? []) {
      if (node.type !== 'paragraph' || textOf(node).trim() === '') continue
      seen += 1
      if (!isStyled(node)) markPlace(node, seen <= headBlocks)
    }
    return portion
  }
}

function markPlace(node: WordNode, isHead: boolean): void {
  if (node.alignment === 'center') {
    const isTitle = isHead && sizeOf(node) >= titlePoints && !textOf(node).trim().endsWith('文件')
    setStyle(node, isTitle ? own.title : own.center)
  } else if (node.alignment === 'right' || node.alignment === 'end') setStyle(node, own.right)
}

function isStyled({ styleName }: WordNode): boolean {
  return /heading|标题|题目|title/i.test(styleName ?? '')
}

function setStyle(node: WordNode, name: string): void {
  node.styleName = name
  node.styleId = name
}

function textOf(node: WordNode): string {
  if (node.value !== undefined) return node.value
  return (node.children ?? []).map(textOf).join('')
}

function sizeOf(node: WordNode): number {
  const inside = (node.children ?? []).map(sizeOf)
  return Math.max(node.fontSize ?? 0, ...inside.slice(0, 100))
}
