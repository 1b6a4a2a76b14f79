/** How people get in, in a form to be read and typed. */

/** '482913' → '482 913' */
export const grouped = (code: string): string => code.replace(/(\d{3})(?=\d)/, '$1 ')

/** In a sentence, where it stays on one line. */
export const unbroken = (code: string): string => grouped(code).replace(' ', '\u00a0')

/** 'http://192.168.1.20:1948/482913' → '192.168.1.20:1948' */
export function shortAddress(join: string): string {
  return join.replace(/^https?:\/\//, '').replace(/\/\d{6}\/?$/, '')
}

/** Of the QR code's picture. Named after the address too, so that another address is another picture. */
export const qrAddress = (code: string, join: string): string => `/${code}/qr.svg?${encodeURIComponent(join)}`
