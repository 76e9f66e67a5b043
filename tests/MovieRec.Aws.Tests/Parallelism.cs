// These tests wait for time-outs and retries far more than they compute.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]
