/**
 * The server to compare with: plain `ws` and nothing else. `/echo` sends every message back; on `/lead`, a JSON list of
 * texts goes to everybody.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'

const http = createServer()
const server = new WebSocketServer({ server: http, perMessageDeflate: false })

server.on('connection', (socket, request) => {
  socket.on('message', data => {
    if (request.url !== '/lead') return socket.send(data, { binary: false })
    const frames: string[] = JSON.parse(data.toString())
    const encoded = frames.map(frame => Buffer.from(frame))
    for (const client of server.clients) for (const frame of encoded) client.send(frame, { binary: false })
  })
})

http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }))
