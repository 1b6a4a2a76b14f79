/** Folders of what can be made or fetched again. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** What a file's name ends in while it is being written. */
const PART = /(\.[\da-f-]{36})?\.part$/

/** Deletes every file that is not wanted. @param wanted asked by the file's path, right before it would be deleted */
export async function prune(folder: string, wanted: (file: string) => boolean): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    if (!wanted(join(folder, name.replace(PART, '')))) await rm(join(folder, name), { force: true })
  }
}
