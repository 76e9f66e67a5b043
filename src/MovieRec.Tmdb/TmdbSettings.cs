using MovieRec.Api.Catalogues.Source;

namespace MovieRec.Tmdb;

/// <summary>Reader of the operator's settings: <c>TMDB_API_KEY</c> and, for a proxy, <c>TMDB_BASE_URL</c>.</summary>
public static class TmdbSettings
{
    /// <summary>Reads the options; returns null if there is no key, so that TMDB is not used.</summary>
    /// <param name="key">An API key or an API read access token; empty if there is none.</param>
    /// <param name="baseAddress">Empty for TMDB's own.</param>
    /// <param name="requestsPerSecond">1 to 100,000.</param>
    /// <exception cref="SourceRefusedException">The address or the key is not valid; the message names the setting.</exception>
    public static TmdbOptions? Read(string? key, string? baseAddress, int requestsPerSecond = 35)
    {
        if (string.IsNullOrWhiteSpace(key))
            return null;
        var address = TmdbOptions.DefaultBaseAddress;
        if (!string.IsNullOrWhiteSpace(baseAddress)
            && !(Uri.TryCreate(baseAddress, UriKind.Absolute, out address) && TmdbOptions.IsUsable(address)))
        {
            // Without the address, which may contain a key.
            throw new SourceRefusedException(
                "TMDB_BASE_URL must be an https address without a query, or an http one on this machine: set it so, or leave it out.");
        }

        var options = new TmdbOptions { Key = key.Trim(), BaseAddress = address, RequestsPerSecond = requestsPerSecond };
        TmdbOptions.Check(options);
        return options;
    }
}
