using MovieRec.Aws.Tests.Emulators;
using MovieRec.Aws.UserPool;
using MovieRec.Emulators;
using MovieRec.TestKit;

[assembly: AssemblyFixture(typeof(SharedCognito))]
[assembly: AssemblyFixture(typeof(SharedDynamoDb))]

namespace MovieRec.Aws.Tests.Emulators;

/// <summary>cognito-local with a pool and an app client, shared by all tests, which use different emails.</summary>
public sealed class SharedCognito : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private CognitoLocal? _local;

    public HttpClient Http { get; } = CognitoHttp.CreateClient(Timeout.InfiniteTimeSpan);

    public Uri Endpoint => _local!.Endpoint;

    public string ClientId => _local!.ClientId;

    public CognitoUserPool Pool =>
        new(Http, new CognitoClientSettings { Endpoint = Endpoint, ClientId = ClientId }, new ManualClock());

    public async Task<string> CodeSentToAsync(string email) =>
        (await _local!.CodesAsync(TestContext.Current.CancellationToken))
            .Single(code => string.Equals(code.Email, email, StringComparison.OrdinalIgnoreCase)).Code;

    public async ValueTask InitializeAsync() => _local = await CognitoLocal.StartAsync(
        EmulatorFolder.Above(AppContext.BaseDirectory), _folder.Path, issuerDomain: null, TimeProvider.System,
        TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_local is not null)
            await _local.DisposeAsync();
        _folder.Dispose();
    }
}
