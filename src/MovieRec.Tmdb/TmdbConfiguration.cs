namespace MovieRec.Tmdb;

/// <summary>Addresses of TMDB's pictures: base address, a size, then a title's path.</summary>
/// <param name="ImageBaseAddress">With a slash at the end; <c>https://image.tmdb.org/t/p/</c> if TMDB's response lacks it.</param>
/// <param name="PosterSizes">Such as <c>w342</c>, smallest first.</param>
/// <param name="BackdropSizes">Such as <c>w780</c>, smallest first.</param>
public sealed record TmdbConfiguration(string ImageBaseAddress, IReadOnlyList<string> PosterSizes, IReadOnlyList<string> BackdropSizes);
