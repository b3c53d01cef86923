/**
 * `npm run region -- --region 320800 --file contact.json`: how the city's centre is reached, for everybody who is saved to
 * ask it. What it says is for the centres' staff, in Chinese.
 */
import { readFile } from 'node:fs/promises'
import { createPlacesStore } from '../../../functions/places'
import { readContact } from '../../../functions/places/import/contact'
import { Failure } from '../failure'
import { runTool } from './arguments'
import { readRegionCommand } from './region-command'
import { openTarget } from './target'

const main = async (args: string[]): Promise<number> => {
  const { adcode, file, table, data } = readRegionCommand(args)
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Failure(`找不到文件 ${file}`)
  })
  const contact = readContact(text)
  if (!contact.ok) throw new Failure(`${file} 用不了：${contact.error}`)
  const target = await openTarget('places', table, data)
  try {
    const saved = await createPlacesStore(target.context).setContact(adcode, contact.value)
    if (!saved.ok) throw new Failure(`还没有导入城市 ${adcode}，先运行 npm run import`)
    console.log(`${contact.value.name} 的联系方式已写入 ${target.where}`)
    return 0
  } finally {
    await target.close()
  }
}

runTool(main)
