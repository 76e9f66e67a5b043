using MovieRec.Api.Http;

namespace MovieRec.TestKit.OpenApi;

/// <summary>Response that a test observed, over HTTP or directly from a function.</summary>
public sealed record ObservedResponse(int Status, ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string> Headers)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static async Task<ObservedResponse> GetAsync(HttpResponseMessage response)
    {
        await response.Content.LoadIntoBufferAsync();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
            headers[field.Key] = field.Value.ToString();
        return new ObservedResponse((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(), headers);
    }

    /// <summary>Creates it from a function's response, with the content type that a host adds.</summary>
    public static ObservedResponse From(ApiResponse response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = ApiResponse.ContentType };
        foreach (var field in response.Headers)
            headers[field.Key] = field.Value;
        return new ObservedResponse(response.Status, response.Body, headers);
    }
}
