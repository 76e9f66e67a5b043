using MovieRec.Api;
using MovieRec.Api.Functions;
using MovieRec.Emulators;
using MovieRec.LocalHost.Gateway;
using MovieRec.LocalHost.Packaged.Gateway;
using MovieRec.LocalHost.Packaged.Processes;

namespace MovieRec.LocalHost.Packaged;

/// <summary>The eight functions as processes of one executable, each started by its first call.</summary>
internal sealed class PackagedFunctions : IAsyncDisposable
{
    /// <summary>Timeout of a function, shorter than the gateway's, as in the cloud.</summary>
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(28);

    private readonly Dictionary<FunctionName, FunctionPool> _pools;

    public PackagedFunctions(
        PackagedOptions packaged, IReadOnlyDictionary<string, string> settings, Action<string> output, TimeProvider clock, ILogger log)
    {
        _pools = Enum.GetValues<FunctionName>().ToDictionary(name => name, name => new FunctionPool(new FunctionProcessOptions
        {
            Executable = packaged.Bootstrap,
            Handler = name.GetHandler(),
            TaskRoot = packaged.TaskRoot,
            LibraryPath = packaged.LibraryPath,
            Environment = settings,
            Region = DynamoDbLocal.Region,
            Log = output,
            Clock = clock,
        },
            s_timeout));
        Set = new FunctionSet(_pools.ToDictionary(pool => pool.Key, IFunction (pool) => new PackagedFunction(pool.Key, pool.Value, log)));
    }

    public FunctionSet Set { get; }

    public async ValueTask DisposeAsync()
    {
        foreach (var pool in _pools.Values)
            await pool.DisposeAsync();
    }
}
