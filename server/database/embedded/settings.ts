import { totalmem } from 'node:os'

const MEGABYTE = 1024 * 1024

/** Server settings for data that must survive anything, sized to a machine that is shared with Goodterms. */
export function durableSettings(memory = totalmem()): Record<string, string> {
  const share = (part: number, least: number, most: number) =>
    `${Math.min(most, Math.max(least, Math.floor(memory / part / MEGABYTE)))}MB`
  return {
    ...commonSettings(),
    shared_buffers: share(8, 128, 2048),
    effective_cache_size: share(2, 512, 16_384),
    maintenance_work_mem: share(32, 64, 512),
    work_mem: share(256, 8, 64),
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    wal_compression: 'on',
    logging_collector: 'on',
    log_directory: '../log',
    log_filename: 'postgresql-%a.log',
    log_rotation_age: '1d',
    log_truncate_on_rotation: 'on',
    log_line_prefix: '%m [%p] %q%u@%d ',
    log_min_duration_statement: '5s',
    // Values in a statement may be personal data; the log keeps the statement only.
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  }
}

/** Settings for a database that is thrown away with its test run: nothing is written for safety. */
export function throwAwaySettings(): Record<string, string> {
  return {
    ...commonSettings(),
    shared_buffers: '256MB',
    max_connections: '200',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_wal_size: '4GB',
    wal_level: 'minimal',
    max_wal_senders: '0',
    autovacuum_naptime: '5min',
  }
}

function commonSettings(): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    random_page_cost: '1.1',
    jit: 'off',
  }
}
