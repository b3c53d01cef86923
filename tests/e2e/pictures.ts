/**
 * `npm run pictures` takes the pictures of the README anew, into docs/pictures/. It starts the product by itself;
 * `E2E_URL` names one that is running already. Each is a scene of the looks suite, so that the tests arrive there as well.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { launchBrowser } from '../support/browser'
import { prepare } from './support/belongings'
import { arriveAt } from './support/looks'
import { picturesOfReadme, sceneOf } from './support/readme-pictures'
import { catalogue } from './support/server'
import { begin, end } from './support/stack'
import { openVisits } from './support/visitors'

const folder = resolve(__dirname, '../../docs/pictures')

async function takePictures(): Promise<void> {
  const city = await catalogue()
  const own = await prepare('pictures')
  const browser = await launchBrowser()
  try {
    const visits = await openVisits(browser)
    for (const picture of picturesOfReadme) {
      const page = await arriveAt(sceneOf(picture), { visits, city, own, options: picture.options })
      await page.screenshot({ path: join(folder, `${picture.file}.png`) })
      const complaints = await visits.leave()
      if (complaints.length > 0) throw new Error(`${picture.file}: ${complaints.join('; ')}`)
      console.log(`docs/pictures/${picture.file}.png`)
    }
  } finally {
    await browser.close()
  }
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await begin()
  try {
    await takePictures()
  } finally {
    await end()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
