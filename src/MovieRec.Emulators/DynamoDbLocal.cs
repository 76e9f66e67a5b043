using Amazon.DynamoDBv2;
using Amazon.Runtime;
using MovieRec.Api.Outcomes;
using MovieRec.Aws;
using MovieRec.Emulators.Processes;

namespace MovieRec.Emulators;

/// <summary>Amazon's emulator DynamoDB Local.</summary>
public sealed class DynamoDbLocal : IAsyncDisposable
{
    public const string Region = "eu-west-1";
    public const string AccessKey = "local";
    public const string SecretKey = "local";

    private readonly Emulator _emulator;

    private DynamoDbLocal(Emulator emulator, string endpoint)
    {
        _emulator = emulator;
        Endpoint = endpoint;
        Client = GetClient(endpoint);
    }

    public string Endpoint { get; }

    public IAmazonDynamoDB Client { get; }

    /// <summary>Creates a client without a timeout per attempt, since the emulator's speed depends on the machine.</summary>
    public static IAmazonDynamoDB GetClient(string endpoint) =>
        DynamoDbClientFactory.Create(new BasicAWSCredentials(AccessKey, SecretKey), Region, endpoint, Timeout.InfiniteTimeSpan);

    /// <param name="folder">Folder of the installation.</param>
    /// <param name="dataFolder">Folder of the tables, created if missing; null for tables in memory.</param>
    /// <param name="clock">Times the wait for the start.</param>
    /// <exception cref="ConfigurationException">The emulator cannot be started; the message is one sentence.</exception>
    public static async Task<DynamoDbLocal> StartAsync(
        EmulatorFolder folder, string? dataFolder, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (dataFolder is not null)
            Directory.CreateDirectory(dataFolder);
        var port = LoopbackPort.Free();
        string[] data = dataFolder is null ? ["-inMemory"] : ["-sharedDb", "-dbPath", Path.GetFullPath(dataFolder)];
        var options = new ChildProcessOptions
        {
            Command = "java",
            WorkingDirectory = folder.DynamoDb,
            Arguments =
                ["-Djava.library.path=DynamoDBLocal_lib", "-XX:+UseSerialGC", "-jar", "DynamoDBLocal.jar", "-port", $"{port}", .. data],
            Output = _ => { },
        };
        return new DynamoDbLocal(
            await Emulator.StartAsync("DynamoDB Local", options, port, clock, cancellationToken), $"http://127.0.0.1:{port}");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _emulator.DisposeAsync();
    }
}
