using MovieRec.Api.Http;

namespace MovieRec.Api.Functions;

/// <summary>A function that anybody may call.</summary>
public interface IFunction
{
    Task<ApiResponse> HandleAsync(ApiRequest request, CancellationToken cancellationToken);
}

/// <summary>A function that acts for a known caller; it cannot be called without one.</summary>
public interface IAuthenticatedFunction
{
    Task<ApiResponse> HandleAsync(ApiRequest request, Caller caller, CancellationToken cancellationToken);
}
