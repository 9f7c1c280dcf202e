/** How often a wrong password may be tried from one address for one account, and how long it waits then. */
const allowed = 5
const holdMilliseconds = 10 * 60_000
/** From one address for all accounts together. An office may share one address. */
const allowedAnyAccount = 50
const mostKept = 10_000

type Tries = { count: number; since: number }

/**
 * Holds whoever guesses, by account and address together: nobody can lock a colleague out by typing his name on another
 * machine. Kept in the memory of the process.
 */
export function attemptLimit(now: () => number = Date.now) {
  const tries = new Map<string, Tries>()
  const current = (key: string): Tries => {
    const found = tries.get(key)
    return found && now() - found.since < holdMilliseconds ? found : { count: 0, since: now() }
  }
  const add = (key: string) => {
    const { count, since } = current(key)
    tries.delete(key)
    tries.set(key, { count: count + 1, since: count + 1 >= allowed ? now() : since })
    if (tries.size > mostKept) tries.delete(tries.keys().next().value!)
  }
  const pair = (account: string, address: string) => JSON.stringify([account, address])
  return {
    isHeld: (account: string, address: string) =>
      current(pair(account, address)).count >= allowed || current(address).count >= allowedAnyAccount,
    failed(account: string, address: string) {
      add(pair(account, address))
      add(address)
    },
    succeeded: (account: string, address: string) => void tries.delete(pair(account, address)),
  }
}
