/** A route says by `export const handle = { shell: 'public' }` which frame stands around it; without it the workbench. */
export type ShellChoice = 'workbench' | 'public' | 'none'
export type ShellHandle = { shell?: ShellChoice }

const isHandle = (handle: unknown): handle is ShellHandle =>
  typeof handle === 'object' && handle !== null && 'shell' in handle

/** The innermost route decides. A visitor never sees the frame of the workbench. */
export function shellChoice(handles: readonly unknown[], signedIn: boolean): ShellChoice {
  const asked = [...handles].reverse().find(isHandle)?.shell
  return asked ?? (signedIn ? 'workbench' : 'public')
}
