namespace MovieRec.Tmdb.Requests;

/// <summary>Request to TMDB.</summary>
/// <param name="Endpoint">Its name in logs and errors.</param>
/// <param name="Address">Relative to the base address, with query, without key.</param>
/// <param name="IsList">Whether it is a list, which is empty if TMDB has no such thing.</param>
internal sealed record TmdbRequest(string Endpoint, string Address, bool IsList);
