// These tests wait for timeouts and retries far more than they compute.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]
