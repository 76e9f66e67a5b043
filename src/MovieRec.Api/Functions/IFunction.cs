using MovieRec.Api.Http;

namespace MovieRec.Api.Functions;

/// <summary>Function that can be called without an authenticated caller.</summary>
public interface IFunction
{
    Task<ApiResponse> HandleAsync(ApiRequest request, CancellationToken cancellationToken);
}

/// <summary>Function that acts for an authenticated caller and cannot be called without one.</summary>
public interface IAuthenticatedFunction
{
    Task<ApiResponse> HandleAsync(ApiRequest request, Caller caller, CancellationToken cancellationToken);
}
