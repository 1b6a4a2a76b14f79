/** Responses that many phones request at the same time: compressed once, then sent from memory. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, Response } from 'express'

export interface Body {
  type: string
  etag: string
  plain: Buffer
  /** Compressed on first use. Browsers accept Brotli over HTTPS only; phones on a LAN get gzip. */
  encoded: Map<string, Promise<Buffer>>
}

const encoders: [string, (plain: Buffer) => Promise<Buffer>][] = [
  ['br', plain => promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })],
  ['gzip', plain => promisify(gzip)(plain)],
]

export function body(type: string, text: string): Body {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 24)}"`
  return { type, etag, plain: Buffer.from(text), encoded: new Map() }
}

export async function sendBody(
  request: Request,
  response: Response,
  { type, etag, plain, encoded }: Body,
): Promise<void> {
  response.set({ 'Content-Type': type, ETag: etag, Vary: 'Accept-Encoding' })
  if (request.fresh) return void response.status(304).end()
  const [name, encode] = encoders.find(([encoding]) => request.acceptsEncodings(encoding)) ?? []
  if (!name || !encode) return void response.end(plain)
  const compressed = encoded.get(name) ?? encode(plain)
  encoded.set(name, compressed)
  response.set('Content-Encoding', name).end(await compressed)
}
