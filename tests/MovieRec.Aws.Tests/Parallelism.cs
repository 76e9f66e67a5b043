// These tests wait for time-outs and retries far more than they compute.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
