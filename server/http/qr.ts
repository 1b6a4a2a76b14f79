/** The QR codes that phones scan. */
import { toString as qrCode } from 'qrcode'

/** @returns an SVG document */
export const qrSvg = (url: string): Promise<string> =>
  qrCode(url, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
