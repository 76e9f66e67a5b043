using MovieRec.Api;
using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.LocalHost.Gateway;
using MovieRec.LocalHost.Packaged.Processes;
using MovieRec.LocalHost.Packaged.RuntimeApi;

namespace MovieRec.LocalHost.Packaged.Gateway;

/// <summary>A function in a separate process, called as by API Gateway, with the gateway's response if it fails.</summary>
internal sealed class PackagedFunction(FunctionName name, FunctionPool pool, ILogger log) : IFunction
{
    public async Task<ApiResponse> HandleAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        InvocationResult result;
        try
        {
            result = await pool.InvokeAsync(ProxyEvent.Write(request), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            log.InvocationFailed(name, "IntegrationTimeout", request.RequestId);
            return GatewayResponse.Create(GatewayFailures.Timeout, FailureStatus.Get(GatewayFailures.Timeout.Code), request);
        }

        if (result.Outcome == InvocationOutcome.Responded && ProxyResult.Read(result.Payload) is { } response)
            return response;
        log.InvocationFailed(
            name, result.Outcome == InvocationOutcome.Responded ? "NoProxyAnswer" : result.Outcome.ToString(), request.RequestId);
        return GatewayResponse.Create(GatewayFailures.Internal, StatusCodes.Status502BadGateway, request);
    }
}
