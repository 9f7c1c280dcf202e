declare module 'diff-match-patch' {
  export default class DiffMatchPatch {
    Diff_Timeout: number
    diff_main(old: string, next: string, checkLines?: boolean): Array<[-1 | 0 | 1, string]>
    diff_cleanupSemantic(diffs: Array<[-1 | 0 | 1, string]>): void
  }
}
