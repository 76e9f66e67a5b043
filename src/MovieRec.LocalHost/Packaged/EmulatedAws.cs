using MovieRec.Emulators;

namespace MovieRec.LocalHost.Packaged;

/// <summary>What the functions find in AWS: DynamoDB with the four tables, and a user pool. Both keep what they have in a folder of ours.</summary>
/// <param name="installed">Where the emulators are.</param>
internal sealed class EmulatedAws(EmulatorFolder installed, LocalHostOptions options, ILogger log) : IAsyncDisposable
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

    private async Task StartDynamoDbAsync(CancellationToken cancellationToken) => _dynamoDb =
        await new DynamoDbLocalSeed(installed, Path.Combine(options.Files.Packaged, "dynamodb"), options, log).StartAsync(cancellationToken);

    /// <summary>The issuer is the host's address and not the emulator's, which another start changes.</summary>
    private async Task StartCognitoAsync(CancellationToken cancellationToken) => _cognito = await CognitoLocal.StartAsync(
        installed, Path.Combine(options.Files.Packaged, "cognito"), options.Address, options.Clock, cancellationToken);

    /// <summary>Two that write the emulators' files would each undo what the other has written.</summary>
    private FileStream Lock()
    {
        try
        {
            Directory.CreateDirectory(options.Files.Packaged);
            return new FileStream(Path.Combine(options.Files.Packaged, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartupException(
                $"{options.Files.Packaged} cannot be written, or another MovieRec is using it; choose another folder with --data.");
        }
    }

    private static InvalidOperationException NotStarted() => new("The emulators have not been started.");
}
