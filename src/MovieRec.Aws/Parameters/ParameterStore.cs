using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using MovieRec.Api.Http;

namespace MovieRec.Aws.Parameters;

/// <summary>
/// Reads secrets from the Parameter Store of AWS Systems Manager, whose own client is not on the feed: its <c>GetParameter</c> alone, in the AWS
/// JSON 1.1 protocol, signed by the SDK. A value is in no log and no message.
/// </summary>
/// <param name="http">Sends the calls; the caller disposes of it.</param>
/// <param name="credentials">Whose account.</param>
/// <param name="region">For example <c>eu-west-1</c>; signed for, too, where <paramref name="endpoint"/> is given.</param>
/// <param name="endpoint">Another address than the region's (<c>AWS_ENDPOINT_URL_SSM</c>); null for the region's.</param>
/// <param name="clock">Times the deadline and dates the signature.</param>
public sealed class ParameterStore(HttpClient http, AWSCredentials credentials, string region, Uri? endpoint, TimeProvider clock)
{
    private const int MaxAnswerBytes = 64 * 1024;
    private const int Attempts = 2;
    private const string ContentType = "application/x-amz-json-1.1";
    private const string Target = "X-Amz-Target";

    private readonly RegionEndpoint _region = RegionEndpoint.GetBySystemName(region);

    /// <summary>How long a call may take, in which it may be tried twice.</summary>
    public static TimeSpan CallTimeout { get; } = TimeSpan.FromSeconds(2);

    private Uri Endpoint => endpoint ?? new Uri($"https://ssm.{region}.{_region.PartitionDnsSuffix}/");

    /// <summary>The value of a parameter, decrypted where it is a SecureString.</summary>
    /// <param name="name">For example <c>/movierec/tmdb-key</c>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ParameterException">It is not there, or may not be read.</exception>
    /// <exception cref="UnavailableException">The Parameter Store did not answer in time, or answered nonsense.</exception>
    public async Task<string> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new ParameterRequest(name, WithDecryption: true), ParameterJson.Default.ParameterRequest);
        using var deadline = new CancellationTokenSource(CallTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AskAsync(name, body, either.Token);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested
                && e is HttpRequestException or IOException or OperationCanceledException or JsonException or InvalidDataException or AmazonClientException)
            {
                // Not with the exception within: that may quote the answer.
                if (attempt == Attempts || deadline.IsCancellationRequested)
                    throw new UnavailableException($"The Parameter Store is unavailable: GetParameter failed with {e.GetType().Name}.");
            }
        }
    }

    private async Task<string> AskAsync(string name, byte[] body, CancellationToken cancellationToken)
    {
        using var request = await SignedAsync(body, cancellationToken);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var answer = await ReadAsync(response, cancellationToken);
        if (response.StatusCode == HttpStatusCode.OK)
            return JsonSerializer.Deserialize(answer.Span, ParameterJson.Default.ParameterAnswer)?.Parameter?.Value ?? throw new InvalidDataException("no value");
        if ((int)response.StatusCode is < 400 or >= 500 or 429)
            throw new InvalidDataException("not an answer");
        throw ErrorOf(name, JsonSerializer.Deserialize(answer.Span, ParameterJson.Default.ParameterError)?.Type);
    }

    private async Task<HttpRequestMessage> SignedAsync(byte[] body, CancellationToken cancellationToken)
    {
        const string Operation = "AmazonSSM.GetParameter";
        var signing = new AWSSigningRequest { HttpMethod = HttpMethod.Post, RequestUri = Endpoint, Content = body };
        signing.Headers["Content-Type"] = ContentType;
        signing.Headers[Target] = Operation;
        var signed = await AWSSigV4Signer.SignAsync(
            signing,
            new AWSSigV4Parameters { Credentials = credentials, Region = _region, Service = "ssm", SignedAt = clock.GetUtcNow().UtcDateTime },
            cancellationToken);
        var request = new HttpRequestMessage(HttpMethod.Post, Endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        request.Headers.TryAddWithoutValidation(Target, Operation);
        foreach (var (header, value) in signed.Headers)
            request.Headers.TryAddWithoutValidation(header, value);
        return request;
    }

    private ParameterException ErrorOf(string name, string? type)
    {
        // "com.amazonaws.ssm#ParameterNotFound" as much as "ParameterNotFound".
        var error = type?[(type.IndexOf('#', StringComparison.Ordinal) + 1)..];
        return error switch
        {
            "ParameterNotFound" or "ParameterVersionNotFound" =>
                new($"The parameter {name} is not there: put one of that name, a SecureString, into the Parameter Store of {region}."),
            "AccessDeniedException" => new($"The parameter {name} may not be read: grant ssm:GetParameter on it to the functions' role, "
                + "and kms:Decrypt where it is encrypted with a key of the account's own."),
            "ThrottlingException" or "InternalServerError" or null => throw new InvalidDataException("not an answer"),
            _ when error.All(char.IsAsciiLetterOrDigit) => new($"The parameter {name} cannot be read: the Parameter Store of {region} answered {error}."),
            _ => throw new InvalidDataException("not an error"),
        };
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var answer = new byte[MaxAnswerBytes + 1];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var length = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= MaxAnswerBytes ? answer.AsMemory(0, length) : throw new InvalidDataException("the answer is too long");
    }
}
