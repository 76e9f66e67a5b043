using System.Net;

namespace MovieRec.Lambda.RuntimeApi;

/// <summary>Sends requests to the Runtime API and retries while it is not available, because it may be restarting.</summary>
/// <remarks>It retries a few times within a few seconds; after that the process is of no use any more.</remarks>
internal sealed class RetryingSender(HttpClient http, TimeProvider clock)
{
    public const int MaxTries = 6;

    /// <summary>Timeout of every call except the wait for an event.</summary>
    public static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(50);

    /// <param name="path">The path below the version of the protocol.</param>
    /// <param name="request">Creates the request; called again for each try.</param>
    /// <param name="timeout">The timeout of one try.</param>
    /// <param name="read">Reads the response; throws <see cref="RuntimeApiException"/> if the process cannot continue after it.</param>
    /// <exception cref="RuntimeApiException">There is no response after <see cref="MaxTries"/>.</exception>
    public async Task<T> SendAsync<T>(
        string path,
        Func<string, HttpRequestMessage> request,
        TimeSpan timeout,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var limit = new CancellationTokenSource(timeout, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            try
            {
                using var message = request(path);
                using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
                if (!IsPassing(response.StatusCode))
                    return await read(response, either.Token);
                if (attempt == MaxTries)
                    throw new RuntimeApiException($"The Runtime API responded with {(int)response.StatusCode} to {path}, {attempt} times.");
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException)
            {
                if (attempt == MaxTries)
                    throw new RuntimeApiException($"The Runtime API did not respond to {path}, {attempt} times.", broken);
            }
            catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
            {
                throw new RuntimeApiException($"The Runtime API did not respond to {path} within {timeout.TotalSeconds} s.", late);
            }

            await Task.Delay(s_firstPause * (1 << (attempt - 1)), clock, cancellationToken);
        }
    }

    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}
