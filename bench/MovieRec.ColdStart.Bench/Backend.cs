using System.Security.Cryptography;
using MovieRec.Emulators;

namespace MovieRec.ColdStart.Bench;

/// <summary>Services that a contender calls: the JWKS address and DynamoDB.</summary>
internal sealed class Backend : IAsyncDisposable
{
    public const string Recorded = "recorded";
    public const string Local = "local";
    public const string Tls = "tls";

    private readonly TrustedCertificate? _certificate;
    private readonly RecordedDynamoDb? _recorded;

    private Backend(string name, TrustedCertificate? certificate, RecordedDynamoDb? recorded, Issuer issuer, string dynamoDb)
    {
        Name = name;
        _certificate = certificate;
        _recorded = recorded;
        Issuer = issuer;
        Environment = new Dictionary<string, string>(certificate?.Environment ?? [], StringComparer.Ordinal)
        {
            ["ALLOWED_ORIGINS"] = $"{ProxyEvent.Origin},http://localhost:8080",
            ["AWS_ENDPOINT_URL_DYNAMODB"] = dynamoDb,
            ["USER_POOL_CLIENT_ID"] = Issuer.ClientId,
            ["USER_POOL_ID"] = Issuer.PoolId,
            ["USER_POOL_JWKS"] = issuer.JwksAddress,
        };
    }

    public static IReadOnlyList<string> Names { get; } = [Recorded, Tls, Local];

    public string Name { get; }

    public string Description => Name switch
    {
        Recorded => "DynamoDB: recorded responses of DynamoDB Local, http",
        Tls => "DynamoDB: recorded responses of DynamoDB Local; it and the keys over https",
        _ => "DynamoDB: DynamoDB Local itself, http",
    };

    public Issuer Issuer { get; }

    /// <summary>Settings of the functions, in addition to Lambda's variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Number of requests to DynamoDB Local for a recording.</summary>
    public int Recordings => _recorded?.PassedOn ?? 0;

    public static async Task<Backend> StartAsync(string name, RSA key, DynamoDbLocal real, CancellationToken cancellationToken)
    {
        var certificate = name == Tls ? new TrustedCertificate() : null;
        var recorded = name == Local ? null : await RecordedDynamoDb.StartAsync(real.Endpoint, certificate?.Certificate, cancellationToken);
        var issuer = await Issuer.StartAsync(key, certificate?.Certificate, cancellationToken);
        return new Backend(name, certificate, recorded, issuer, recorded?.Address ?? real.Endpoint);
    }

    public async ValueTask DisposeAsync()
    {
        await Issuer.DisposeAsync();
        if (_recorded is not null)
            await _recorded.DisposeAsync();
        _certificate?.Dispose();
    }
}
