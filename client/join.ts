/** How people get in, in a form to be read and typed. */
import { signal } from '@preact/signals'

/** '482913' → '482 913' */
export const grouped = (code: string): string => code.replace(/(\d{3})(?=\d)/, '$1 ')

/** 'http://192.168.1.20:1948/482913' → '192.168.1.20:1948' */
export function address(join: string): string {
  return join.replace(/^https?:\/\//, '').replace(/\/\d{6}\/?$/, '')
}

/** Named after the address too, so that another address is another picture. */
export const qr = (code: string, join: string): string => `/${code}/qr.svg?${encodeURIComponent(join)}`

/** Whether the join code is shown large; all pages of one lesson in one browser agree on it. */
export function createJoinSign(code: string) {
  const shown = signal(false)
  const channel = new BroadcastChannel(`amphi-${code}`)
  channel.onmessage = ({ data }: MessageEvent<{ join?: unknown }>) => {
    if (typeof data?.join === 'boolean') shown.value = data.join
  }
  return {
    shown,
    show(on: boolean) {
      shown.value = on
      channel.postMessage({ join: on })
    },
    close: () => channel.close(),
  }
}
