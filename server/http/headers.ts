/** The headers of every answer: browsers run, load and reveal nothing but what our pages need. */
import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet from 'helmet'

/** Features of browsers that no page and no deck uses here; those that pages use are left to the browser's own rule. */
const UNUSED = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
]

/** @param secure browsers reach this server over HTTPS */
export function headers(secure: boolean): RequestListener {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Inline styles are the deck's.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        // Some of reveal's themes carry their fonts inside the sheet.
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameSrc: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    // These three need a secure context, which `http://<LAN address>` is not; browsers would only complain.
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    strictTransportSecurity: false,
  })
  const permissions = UNUSED.map(feature => `${feature}=()`).join(', ')
  return (request, response) => {
    response.setHeader('Permissions-Policy', permissions)
    protect(request, response, () => {})
  }
}

/** The same as names and values, for code that writes an answer by hand. */
export function plainHeaders(set: RequestListener): Record<string, string> {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  set(request, response)
  return Object.fromEntries(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]))
}
