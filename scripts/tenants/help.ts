/** Help text (帮助) of `npm run tenants`, by command; the empty name is the overview. */
export const help: Readonly<Record<'' | 'check' | 'sync' | 'new' | 'migrate', string>> = {
  '': `用法：npm run tenants -- <命令> [选项]

  check    检查机关清单，指出哪个文件的哪个字段不对
  sync     按清单生成 wrangler.toml 的数据库部分和运行时机关表
  new      新增一个机关
  migrate  把各机关数据库更新到当前结构

每个命令加 --help 看详细说明。`,
  check: `用法：npm run tenants -- check

检查 tenants/ 下的全部清单：代号或域名重复、缺上级、缺法定字段、编码不符等，
并检查生成的文件是否与清单一致。每处一行：文件：字段：哪里不对、怎么改。有错时退出码为 1。`,
  sync: `用法：npm run tenants -- sync

先检查，再写 wrangler.toml 的 D1 部分、src/tenancy/registry.generated.ts、
src/store/schema-version.generated.ts 和 tenants/manifest.schema.json。重复运行结果不变。`,
  new: `用法：npm run tenants -- new --under <上级代号> --slug <代号> --name <全称> --kind <类型> [选项]

  --kind       government 政府，bureau 部门，public-utility 公共企事业单位
  --level      prefecture、county、township；不写时由上级推出
  --channel    作为上级网站的频道，写路径，例如 zxz；不写则有自己的域名
  --short      简称；不写时与全称相同
  --division   行政区划代码；新的政府必须写，部门取上级的
  --host       域名；不写时由上级域名推出
  --site-code  10 位标识码；不写时取本区划下一个号
  --database   D1 数据库标识；不写时随机生成，部署前改为平台给出的
  --telephone --fax --email --address --postcode  不写时暂取上级的
  --dry-run    只显示将写入的内容`,
  migrate: `用法：npm run tenants -- migrate [选项]

  --local      本机数据文件夹里的数据库（默认）
  --remote     平台上的数据库，通过 wrangler
  --data       数据文件夹，默认 .yangguang；运行本机迁移前请先停止服务
  --only       只更新这些机关，代号用逗号隔开；region 是全地区汇总库
  --jobs       同时更新几个，默认 8
  --dry-run    只列出缺哪些迁移

每个迁移文件与它的登记是一步，要么都在要么都不在；中断后重新运行即从断处继续。
一个机关失败不影响其他机关，最后列出落后的机关和原因，此时退出码为 1。`,
}
