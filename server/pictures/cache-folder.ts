/** Folders of what can be made or fetched again. */
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What a file's name ends in while it is being written. */
const PART = /(\.[\da-f-]{36})?\.part$/

/** Makes a file that is there whole or not at all, in a folder for its owner only. @param write gets the path to write to */
export async function keep(file: string, write: (part: string) => Promise<unknown>): Promise<void> {
  const part = `${file}.${randomUUID()}.part`
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    await write(part)
    await rename(part, file)
  } finally {
    await rm(part, { force: true })
  }
}

export const isKept = (file: string): Promise<boolean> =>
  stat(file).then(
    found => found.isFile(),
    () => false,
  )

/** Deletes every file that is not wanted. @param wanted asked by the file's path, right before it would be deleted */
export async function prune(folder: string, wanted: (file: string) => boolean): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    if (!wanted(join(folder, name.replace(PART, '')))) await rm(join(folder, name), { force: true })
  }
}
