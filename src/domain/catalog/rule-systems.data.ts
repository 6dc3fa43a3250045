/** The systems of rules that every agency is to have (公开制度体系), and the articles that ask for them. */
export const ruleSystems = [
  { key: 'responsibility', name: '公开责任制度', article: '条例第四条、第五十一条' },
  { key: 'review', name: '保密审查制度', article: '条例第十七条' },
  { key: 'coordination', name: '发布协调制度', article: '条例第十一条' },
  { key: 'supervision', name: '监督保障制度', article: '条例第四十七条' },
  { key: 'evaluation', name: '社会评议和考核制度', article: '条例第四十六条' },
  { key: 'filing', name: '备案和报送制度', article: '条例第二十五条、第四十九条' },
] as const
