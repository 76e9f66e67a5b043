using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Extensions.Logging;

namespace MovieRec.Lambda.Layer;

/// <summary>Fetches the issuer's keys for the JWT layer, which has no HTTP: <c>cognitojwt_fetch</c> of <c>cognitojwt.h</c>.</summary>
/// <remarks>Errors are logged here, because only a code crosses the border to the layer.</remarks>
/// <param name="http">A client that follows no redirects.</param>
/// <param name="log">For the reasons of failures.</param>
internal sealed class LayerFetch(HttpClient http, ILogger log)
{
    /// <summary>The function that the layer calls.</summary>
    public static unsafe delegate* unmanaged<nint, byte*, int, int, byte*, int, int> Function => &Fetch;

    /// <summary>Creates the context that the layer passes to each call.</summary>
    /// <remarks>It is never freed, because the layer may call for as long as the process lives.</remarks>
    public nint Context() => GCHandle.ToIntPtr(GCHandle.Alloc(this));

    [UnmanagedCallersOnly]
    private static unsafe int Fetch(nint context, byte* url, int urlLength, int timeout, byte* body, int capacity)
    {
        try
        {
            var fetch = (LayerFetch)GCHandle.FromIntPtr(context).Target!;
            var read = new byte[capacity + 1];
#pragma warning disable RS0030 // The layer calls this on its own thread, on which nothing else waits.
            var length = fetch.FetchAsync(Encoding.UTF8.GetString(url, urlLength), TimeSpan.FromMilliseconds(timeout), read).GetAwaiter()
                .GetResult();
#pragma warning restore RS0030
            if (length > 0)
                read.AsSpan(0, length).CopyTo(new Span<byte>(body, capacity));
            return length;
        }
#pragma warning disable CA1031 // No exception may cross the border: it would end the process.
        catch (Exception)
#pragma warning restore CA1031
        {
            return FetchCode.Refused;
        }
    }

    private async Task<int> FetchAsync(string address, TimeSpan timeout, Memory<byte> body)
    {
        using var limit = new CancellationTokenSource(timeout);
        try
        {
            return await ReadAsync(address, body, limit.Token);
        }
        catch (OperationCanceledException)
        {
            return Failed(FetchCode.TimedOut, $"no complete response within {timeout.TotalSeconds} s");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            var error = (broken as HttpRequestException)?.HttpRequestError ?? (broken as HttpIOException)?.HttpRequestError
                ?? HttpRequestError.Unknown;
            // A wrong certificate or a response that is not HTTP would be the same at the second try.
            var passes = error is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.ResponseEnded
                or HttpRequestError.Unknown;
            return Failed(passes ? FetchCode.Unreachable : FetchCode.Refused, $"no response ({error})");
        }
    }

    private async Task<int> ReadAsync(string address, Memory<byte> body, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri(address), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return Failed(
                answer.StatusCode == HttpStatusCode.TooManyRequests ? FetchCode.Unreachable : FetchCode.Refused,
                $"status {(int)answer.StatusCode}");
        }
        if (answer.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() is not ("application/json" or "application/jwk-set+json"))
            return Failed(FetchCode.Refused, "a content type that is not application/json");
        if (answer.Content.Headers.ContentLength >= body.Length)
            return Failed(FetchCode.TooLong, $"{answer.Content.Headers.ContentLength} bytes");
        // Counts the bytes that arrive: the length may be missing or wrong.
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
        return length < body.Length ? length : Failed(FetchCode.TooLong, $"{length} bytes and more");
    }

    private int Failed(int code, string reason)
    {
        log.KeysNotFetched(reason);
        return code;
    }
}

/// <summary>Codes that <c>cognitojwt_fetch</c> returns instead of a length.</summary>
internal static class FetchCode
{
    public const int Unreachable = -1;
    public const int Refused = -2;
    public const int TooLong = -3;
    public const int TimedOut = -4;
}
