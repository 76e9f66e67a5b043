using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MovieRec.Api.Outcomes;

namespace MovieRec.Aws.UserPool;

/// <summary>Client of Cognito's public operations, which are not signed, in the AWS JSON 1.1 protocol.</summary>
/// <remarks>
/// A call has a timeout of 3 s. It is sent a second time only if no connection was made, so that no operation happens twice.
/// </remarks>
internal sealed class CognitoClient(HttpClient http, Uri endpoint, TimeProvider clock)
{
    private const int MaxResponseBytes = 64 * 1024;

    public static TimeSpan CallTimeout { get; } = TimeSpan.FromSeconds(3);

    /// <returns>The response, or Cognito's error.</returns>
    /// <exception cref="UnavailableException">There is no response, or it is not valid, or its status is neither 200 nor 4xx.</exception>
    public async Task<(TResponse? Response, CognitoError? Error)> CallAsync<TRequest, TResponse>(
        string operation, TRequest request, JsonTypeInfo<TRequest> requestType, JsonTypeInfo<TResponse> responseType,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, requestType);
        using var deadline = new CancellationTokenSource(CallTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var response = await SendAsync(operation, body, either.Token);
            var received = await ReadAsync(response, either.Token);
            if (response.StatusCode == HttpStatusCode.OK)
                return (JsonSerializer.Deserialize(received.Span, responseType) ?? throw new JsonException(), null);
            if ((int)response.StatusCode is < 400 or >= 500)
                throw new InvalidDataException($"the status is {(int)response.StatusCode}");
            return (null, GetError(response, received.Span));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested
            && e is HttpRequestException or IOException or OperationCanceledException or JsonException or InvalidDataException)
        {
            // The inner exception may quote the response, which may contain tokens.
            throw new UnavailableException($"Cognito is unavailable: {operation} failed with {e.GetType().Name}.");
        }
    }

    private static CognitoError GetError(HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return new CognitoError("TooManyRequestsException", "");
        var error = JsonSerializer.Deserialize(body, CognitoJson.Default.ErrorResponse);
        // The type may have a prefix: "com.amazonaws.cognito#UserNotFoundException" or "UserNotFoundException".
        return error?.Type is { } type ? new CognitoError(type[(type.IndexOf('#', StringComparison.Ordinal) + 1)..], error.Message ?? "")
            : throw new InvalidDataException("the error has no type");
    }

    private async Task<HttpResponseMessage> SendAsync(string operation, byte[] body, CancellationToken cancellationToken)
    {
        try
        {
            return await SendOnceAsync(operation, body, cancellationToken);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            return await SendOnceAsync(operation, body, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(string operation, byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", $"AWSCognitoIdentityProviderService.{operation}");
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = new byte[MaxResponseBytes + 1];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= MaxResponseBytes ? body.AsMemory(0, length) : throw new InvalidDataException("the body is too long");
    }
}
