using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace MovieRec.Aws;

/// <summary>Factory of the stores' client, with timeouts and retries in one place; one client per process.</summary>
public static class DynamoDbClientFactory
{
    /// <summary>Timeout of connecting; within a region it takes milliseconds.</summary>
    public static TimeSpan ConnectTimeout { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Timeout of one attempt, so that one that hangs leaves time for another.</summary>
    public static TimeSpan AttemptTimeout { get; } = TimeSpan.FromSeconds(1.4);

    /// <summary>Timeout of a call with all its retries, enforced by <see cref="Tables.MovieRecTables"/>.</summary>
    public static TimeSpan CallTimeout { get; } = TimeSpan.FromSeconds(3);

    /// <summary>Attempts after the first, with the SDK's backoff and jitter between them.</summary>
    public const int Retries = 2;

    /// <param name="credentials">Credentials of the account.</param>
    /// <param name="region">For example <c>eu-west-1</c>; the signature uses it also if <paramref name="endpoint"/> is given.</param>
    /// <param name="endpoint">Address instead of the region's, for example DynamoDB Local's; null for the region's.</param>
    /// <param name="attemptTimeout">Timeout of one attempt, including connecting; null for <see cref="AttemptTimeout"/>.</param>
    public static IAmazonDynamoDB Create(AWSCredentials credentials, string region, string? endpoint, TimeSpan? attemptTimeout = null)
    {
        var config = new AmazonDynamoDBConfig
        {
            ConnectTimeout = attemptTimeout ?? ConnectTimeout,
            Timeout = attemptTimeout ?? AttemptTimeout,
            MaxErrorRetry = Retries,
            RetryMode = RequestRetryMode.Standard,
        };
        if (endpoint is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }
        else
        {
            config.ServiceURL = endpoint;
            config.AuthenticationRegion = region;
        }
        return new AmazonDynamoDBClient(credentials, config);
    }
}
