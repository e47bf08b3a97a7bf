import 'server-only'
import QRCode from 'qrcode'
import type { PendingApp } from '../input'

/** What an authenticator app needs to know, as a person gives it to one. @param uri the `otpauth:` address. */
export function pictureForApp(uri: string): PendingApp {
  const { modules } = QRCode.create(uri, { errorCorrectionLevel: 'M' })
  const path: string[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      const begin = column
      while (column < modules.size && modules.get(row, column)) column++
      const run = column - begin
      if (run > 0) path.push(`M${begin} ${row}h${run}v1h-${run}z`)
    }
  }
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return {
    uri,
    secret: secret.match(/.{1,4}/g)?.join(' ') ?? '',
    picture: { size: modules.size, path: path.join('') },
  }
}
