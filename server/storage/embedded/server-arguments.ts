/**
 * How the embedded PostgreSQL runs: durable, on loopback only, small, and silent about data. A change here ends a running one
 * instead of taking it over.
 */
export function serverArguments(cluster: string, port: number): readonly string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '60',
    superuser_reserved_connections: '0',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    // One reception's data fits into little memory; these are a fraction of the defaults.
    shared_buffers: '32MB',
    work_mem: '4MB',
    maintenance_work_mem: '32MB',
    max_wal_size: '256MB',
    min_wal_size: '32MB',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_worker_processes: '2',
    max_parallel_workers: '0',
    max_parallel_workers_per_gather: '0',
    autovacuum_max_workers: '1',
    io_method: 'sync',
    jit: 'off',
    // To standard error, which the guardian keeps. What a client does wrong it hears itself; statements and values are people's.
    logging_collector: 'off',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_timezone: 'UTC',
    timezone: 'UTC',
    lc_messages: 'C',
  };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
