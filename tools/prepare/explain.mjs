/** A step that failed, with all that its program wrote. */
export class Trouble extends Error {
  constructor(step, output) {
    super(step)
    this.step = step
    this.output = output
  }
}

const CAUSES = [
  {
    sign: /ENOSPC|no space left/i,
    sentence: 'The disk is full. Goodterms needs about 1 GB here; free some space and start again.',
  },
  {
    sign: /EROFS|read-only file system/i,
    sentence:
      'This folder is read-only. Copy it to a folder that you may write to and start there.',
  },
  {
    sign: /EACCES|EPERM|permission denied/i,
    sentence:
      'You may not write to this folder, or some of it belongs to another user (perhaps it was started ' +
      'as root before). Make it yours, or copy it to a folder of yours.',
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i,
    sentence:
      'The npm registry cannot be reached. Check the network and the proxy (npm config get registry, ' +
      'npm config get proxy) and start again; what was fetched already is kept.',
  },
  {
    sign: /CERT|certificate/i,
    sentence:
      "The npm registry's certificate is not trusted here. Behind a company proxy, tell npm its " +
      'certificate: npm config set cafile FILE',
  },
  {
    sign: /E404|ETARGET|EINTEGRITY|E403|E401/,
    sentence:
      'The npm registry that this machine uses does not give out a package that Goodterms needs.',
  },
  {
    sign: /EBADPLATFORM|GLIBC|cannot execute|not found.*ld-/i,
    sentence:
      'The programs that Goodterms brings do not run on this system. Install Node 24 or newer yourself ' +
      'and set DATABASE_URL to a PostgreSQL 15 or newer.',
  },
]

/** What went wrong and what to do, in plain words, then what the program itself wrote last. */
export function explain(error) {
  const text = `${error.message}\n${error.code ?? ''}\n${error.output ?? ''}`
  if (error.code === 'ENOENT' && error.syscall?.startsWith('spawn')) {
    return `The program "${error.path}" is missing on this machine. Install Node with npm and start again.`
  }
  const cause = CAUSES.find(({ sign }) => sign.test(text))
  const opening =
    error instanceof Trouble ? `This did not work: ${error.step}` : 'Goodterms cannot start here.'
  const said = lastWords(error.output ?? error.message)
  return [opening, cause?.sentence, `The details:\n${said}`].filter(Boolean).join('\n\n')
}

/** npm says first what went wrong and then how it is used; other programs end with what went wrong. */
function lastWords(output) {
  const lines = output.trim().split('\n')
  const errors = lines.filter((line) => /^npm (error|ERR!)/.test(line))
  return (errors.length > 0 ? errors.slice(0, 12) : lines.slice(-12)).join('\n')
}
