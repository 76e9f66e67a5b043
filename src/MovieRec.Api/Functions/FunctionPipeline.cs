using Microsoft.Extensions.Logging;
using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;

namespace MovieRec.Api.Functions;

/// <summary>
/// Middleware around every function: enforces the body limit and type, authenticates the caller, maps exceptions to errors, adds CORS
/// headers.
/// </summary>
/// <remarks>The same in every host. Every exception becomes an error response of the contract.</remarks>
public sealed class FunctionPipeline : IFunction
{
    private readonly IFunction _function;
    private readonly CorsPolicy _cors;
    private readonly ILogger _log;
    private readonly FunctionName _name;

    public FunctionPipeline(FunctionName name, IFunction function, CorsPolicy cors, ILogger log)
    {
        _function = function;
        _cors = cors;
        _log = log;
        _name = name;
    }

    public FunctionPipeline(FunctionName name, IAuthenticatedFunction function, ITokenVerifier tokens, CorsPolicy cors, ILogger log)
        : this(name, new AuthenticatedFunction(function, tokens), cors, log)
    {
    }

    public async Task<ApiResponse> HandleAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var response = await RespondAsync(request, cancellationToken);
        return response with { Headers = [.. response.Headers, .. _cors.FieldsFor(request.Headers.GetValueOrDefault("Origin"))] };
    }

    private async Task<ApiResponse> RespondAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (request.Route is not { } route || route.Function != _name)
            return Responses.Failure(GatewayFailures.NotFound, request.RequestId);
        if (request.Body.Length > route.BodyLimit)
            return Responses.Failure(GatewayFailures.TooLarge(route.BodyLimit), request.RequestId);
        if (!request.Body.IsEmpty && request.Method != "GET" && !IsJson(request.Headers.GetValueOrDefault("Content-Type")))
            return Responses.Failure(GatewayFailures.NotJson, request.RequestId);
        try
        {
            return await _function.HandleAsync(request, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Responses.Failure(GatewayFailures.Timeout, request.RequestId);
        }
        catch (UnavailableException unavailable)
        {
            _log.ServiceUnavailable(request.RequestId, request.Method, request.Path, unavailable);
            return Responses.Failure(GatewayFailures.Unavailable, request.RequestId);
        }
#pragma warning disable CA1031 // The only catch-all: the client gets the contract's 500, and the log gets the exception.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            _log.FunctionFailed(request.RequestId, request.Method, request.Path, unexpected);
            return Responses.Failure(GatewayFailures.Internal, request.RequestId);
        }
    }

    /// <summary>Returns true if the field names JSON.</summary>
    /// <remarks>A page of a foreign origin can send other types, or none, without a preflight request.</remarks>
    private static bool IsJson(string? contentType) =>
        contentType?.Split(';', 2)[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase) == true;
}
