import 'ws'

declare module 'ws' {
  interface FrameOptions {
    fin: boolean
    opcode: number
    mask: boolean
    readOnly: boolean
    rsv1: boolean
  }
  /** Exported by ws since 8.20, and missing in its types. */
  const Sender: { frame(data: Buffer, options: FrameOptions): Buffer[] }
}
