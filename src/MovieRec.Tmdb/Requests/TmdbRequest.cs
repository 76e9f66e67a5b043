namespace MovieRec.Tmdb.Requests;

/// <summary>Request to TMDB.</summary>
/// <param name="Endpoint">Name of the request in logs and errors.</param>
/// <param name="Address">Address relative to the base address, with the query but without the key.</param>
/// <param name="IsList">True for a list, which is empty if TMDB has no such resource.</param>
internal sealed record TmdbRequest(string Endpoint, string Address, bool IsList);
