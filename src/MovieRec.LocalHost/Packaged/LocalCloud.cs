using MovieRec.Aws;
using MovieRec.Emulators;
using MovieRec.LocalHost.Composition;

namespace MovieRec.LocalHost.Packaged;

/// <summary>What the functions find in AWS: DynamoDB with the four tables, and a user pool. Both keep what they have in a folder of ours.</summary>
/// <param name="installed">Where the emulators are.</param>
/// <param name="folder">For their data; one host at a time has it.</param>
/// <param name="issuerDomain">What the issuer of the tokens begins with, so that it is the same after a restart.</param>
/// <param name="clock">Times their start.</param>
internal sealed class LocalCloud(EmulatorFolder installed, string folder, string issuerDomain, TimeProvider clock) : IAsyncDisposable
{
    private FileStream? _lock;
    private DynamoDbLocal? _dynamoDb;
    private CognitoLocal? _cognito;

    public DynamoDbLocal DynamoDb => _dynamoDb ?? throw NotStarted();

    public CognitoLocal Cognito => _cognito ?? throw NotStarted();

    /// <exception cref="EmulatorException">Something is not installed; one sentence.</exception>
    /// <exception cref="StartupException">The folder cannot be used; one sentence.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _lock = Lock();
        await Task.WhenAll(StartDynamoDbAsync(cancellationToken), StartCognitoAsync(cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        if (_cognito is not null)
            await _cognito.DisposeAsync();
        if (_dynamoDb is not null)
            await _dynamoDb.DisposeAsync();
        if (_lock is not null)
            await _lock.DisposeAsync();
    }

    private async Task StartDynamoDbAsync(CancellationToken cancellationToken)
    {
        _dynamoDb = await DynamoDbLocal.StartAsync(installed, Path.Combine(folder, "dynamodb"), clock, cancellationToken);
        await LocalTables.CreateAsync(_dynamoDb.Client, new TableNames(), cancellationToken);
    }

    private async Task StartCognitoAsync(CancellationToken cancellationToken) =>
        _cognito = await CognitoLocal.StartAsync(installed, Path.Combine(folder, "cognito"), issuerDomain, clock, cancellationToken);

    /// <summary>Two that write the emulators' files would each undo what the other has written.</summary>
    private FileStream Lock()
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{folder} cannot be written, or another MovieRec is using it; choose another folder with --data.");
        }
    }

    private static InvalidOperationException NotStarted() => new("The emulators have not been started.");
}
