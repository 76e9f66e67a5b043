using MovieRec.Api.Outcomes;
using MovieRec.Emulators;

namespace MovieRec.LocalHost.Packaged;

/// <summary>Emulators of the AWS services: DynamoDB with the four tables, and a user pool.</summary>
/// <remarks>Both keep their data in the data folder.</remarks>
/// <param name="installed">The folder of the emulators.</param>
internal sealed class EmulatedAws(EmulatorFolder installed, LocalHostOptions options, ILogger log) : IAsyncDisposable
{
    private FileStream? _lock;
    private DynamoDbLocal? _dynamoDb;
    private CognitoLocal? _cognito;

    public DynamoDbLocal DynamoDb => _dynamoDb ?? throw NotStarted();

    public CognitoLocal Cognito => _cognito ?? throw NotStarted();

    /// <exception cref="ConfigurationException">An emulator is not installed; the message is one sentence.</exception>
    /// <exception cref="ConfigurationException">The folder cannot be used; the message is one sentence.</exception>
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
        await new DynamoDbLocalSeed(installed, Path.Combine(options.Files.Packaged, "dynamodb"), options, log)
            .StartAsync(cancellationToken);

    /// <summary>Starts cognito-local; the issuer is the host's address, because the emulator's changes with every start.</summary>
    private async Task StartCognitoAsync(CancellationToken cancellationToken) => _cognito = await CognitoLocal.StartAsync(
        installed, Path.Combine(options.Files.Packaged, "cognito"), options.Address, options.Clock, cancellationToken);

    /// <summary>Locks the folder, because two hosts would overwrite each other's emulator files.</summary>
    private FileStream Lock()
    {
        try
        {
            Directory.CreateDirectory(options.Files.Packaged);
            return new FileStream(
                Path.Combine(options.Files.Packaged, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException(
                $"{options.Files.Packaged} cannot be written, or another MovieRec uses it; choose another folder with --data.");
        }
    }

    private static InvalidOperationException NotStarted() => new("The emulators have not been started.");
}
