/** 128 random bits as 22 characters. `crypto.randomUUID` is missing in the browsers of older government desktops. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const base64 = btoa(String.fromCharCode(...bytes))
  return base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
