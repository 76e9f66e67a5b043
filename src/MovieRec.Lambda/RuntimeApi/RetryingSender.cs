using System.Net;

namespace MovieRec.Lambda.RuntimeApi;

/// <summary>
/// Sends to the Runtime API, and again while it is not there: it may be restarting. A few times within a few seconds; then the process
/// is of no use any more.
/// </summary>
internal sealed class RetryingSender(HttpClient http, TimeProvider clock)
{
    public const int MaxTries = 6;

    /// <summary>The longest that a call may take, but for the wait for an event.</summary>
    public static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(50);

    /// <param name="path">Below the version of the protocol.</param>
    /// <param name="request">Makes the request; called again for each try.</param>
    /// <param name="timeout">For one try.</param>
    /// <param name="read">Reads the answer; it throws <see cref="RuntimeApiException"/> for one after which there is nothing to be done.</param>
    /// <exception cref="RuntimeApiException">No answer after <see cref="MaxTries"/>.</exception>
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
                using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
                if (!IsPassing(answer.StatusCode))
                    return await read(answer, either.Token);
                if (attempt == MaxTries)
                    throw new RuntimeApiException($"The Runtime API answered {(int)answer.StatusCode} to {path}, {attempt} times.");
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException)
            {
                if (attempt == MaxTries)
                    throw new RuntimeApiException($"The Runtime API does not answer {path}, {attempt} times.", broken);
            }
            catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
            {
                throw new RuntimeApiException($"The Runtime API did not answer {path} within {timeout.TotalSeconds} s.", late);
            }

            await Task.Delay(s_firstPause * (1 << (attempt - 1)), clock, cancellationToken);
        }
    }

    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}
