using Amazon;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using MovieRec.Api.Outcomes;

namespace MovieRec.Aws.Parameters;

/// <summary>Reader of secrets in the Parameter Store of AWS Systems Manager; no value is in a log or message.</summary>
/// <param name="credentials">The account and its rights.</param>
/// <param name="region">For example <c>eu-west-1</c>; the signature uses it also if <paramref name="endpoint"/> is given.</param>
/// <param name="endpoint">Address instead of the region's (<c>AWS_ENDPOINT_URL_SSM</c>); null for the region's.</param>
/// <param name="clock">Times the deadline.</param>
public sealed class ParameterStore(AWSCredentials credentials, string region, Uri? endpoint, TimeProvider clock) : IDisposable
{
    private const int Attempts = 2;

    private readonly AmazonSimpleSystemsManagementClient _client = new(credentials, Configure(region, endpoint));

    /// <summary>Timeout of a call, in which it may be tried twice.</summary>
    public static TimeSpan CallTimeout { get; } = TimeSpan.FromSeconds(2);

    /// <summary>Reads a parameter; a SecureString is decrypted.</summary>
    /// <param name="name">For example <c>/movierec/tmdb-key</c>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ConfigurationException">It does not exist, or may not be read.</exception>
    /// <exception cref="UnavailableException">The Parameter Store did not respond in time, or its response was not valid.</exception>
    public async Task<string> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var request = new GetParameterRequest { Name = name, WithDecryption = true };
        using var deadline = new CancellationTokenSource(CallTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var response = await _client.GetParameterAsync(request, either.Token);
                return response.Parameter?.Value ?? throw new InvalidDataException("no value");
            }
            catch (AmazonServiceException error) when (Refusal(name, error) is { } refusal)
            {
                // Without the inner exception, here and below, since it may quote the response.
                throw new ConfigurationException(refusal);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested && IsFault(e))
            {
                if (attempt == Attempts || deadline.IsCancellationRequested)
                    throw new UnavailableException($"The Parameter Store is unavailable: GetParameter failed with {e.GetType().Name}.");
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private static AmazonSimpleSystemsManagementConfig Configure(string region, Uri? endpoint)
    {
        // ReadAsync counts the attempts itself, including those whose response is not valid.
        var config = new AmazonSimpleSystemsManagementConfig
        {
            ConnectTimeout = DynamoDbClientFactory.ConnectTimeout,
            MaxErrorRetry = 0,
            AllowAutoRedirect = false,
        };
        if (endpoint is null)
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        else
            (config.ServiceURL, config.AuthenticationRegion) = (endpoint.AbsoluteUri, region);
        return config;
    }

    private static bool IsFault(Exception exception) => exception
        is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or OperationCanceledException
        or TimeoutException or InvalidDataException;

    /// <summary>Explains an error that a retry does not resolve; returns null if a retry may.</summary>
    private string? Refusal(string name, AmazonServiceException error) => error switch
    {
        AmazonUnmarshallingException => null,
        ParameterNotFoundException or ParameterVersionNotFoundException =>
            $"The parameter {name} is not there: put one of that name, a SecureString, into the Parameter Store of {region}.",
        { ErrorCode: "AccessDeniedException" } =>
            $"The parameter {name} may not be read: grant ssm:GetParameter on it to the functions' role, "
            + "and kms:Decrypt if it is encrypted with a key of the account's own.",
        { ErrorCode: null or "" or "ThrottlingException" or "InternalServerError" } => null,
        { ErrorCode: var code, StatusCode: var status } when (int)status is >= 400 and < 500 and not 429 && code.All(char.IsAsciiLetter) =>
            $"The parameter {name} cannot be read: the Parameter Store of {region} responded {code}.",
        _ => null,
    };
}
