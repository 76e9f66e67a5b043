namespace MovieRec.TestKit.Tmdb;

/// <summary>Active faults of the server.</summary>
internal sealed class TmdbFaults
{
    private readonly Lock _lock = new();
    private readonly List<Injected> _faults = [];
    private TaskCompletionSource _recovered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Task that ends when the currently active faults are cleared.</summary>
    public Task Recovered
    {
        get
        {
            lock (_lock)
                return _recovered.Task;
        }
    }

    public void Add(TmdbFault fault)
    {
        lock (_lock)
            _faults.Add(new Injected(fault));
    }

    public void Clear()
    {
        lock (_lock)
        {
            _faults.Clear();
            _recovered.SetResult();
            _recovered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Returns the first fault that applies to a request; null if none does.</summary>
    public TmdbFault? Strike(string path)
    {
        lock (_lock)
        {
            foreach (var fault in _faults)
            {
                if (fault.Strikes(path))
                    return fault.Fault;
            }
            return null;
        }
    }

    private sealed class Injected(TmdbFault fault)
    {
        private int _seen;
        private int _struck;

        public TmdbFault Fault => fault;

        public bool Strikes(string path)
        {
            if (!path.StartsWith(fault.Path, StringComparison.Ordinal) || _struck >= fault.Times || ++_seen % fault.Every != 0)
                return false;
            _struck++;
            return true;
        }
    }
}
