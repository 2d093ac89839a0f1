"""What benchmarks share; none of it is one."""
